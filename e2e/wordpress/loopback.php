<?php
/**
 * Plugin Name: Loopback
 *
 * WordPress asks no address on loopback and no unusual port for an embed. The site of the test is at such an address:
 * this lets WordPress ask that one origin, and nothing else. A WordPress that asks the published site needs none of it.
 *
 * @package timeline
 */

/** Whether an address is one of the site of the test. */
function timeline_is_of_the_test( $url ) {
	$site = get_option( 'timeline_site' );
	return $site && str_starts_with( $url, $site . '/' );
}

add_filter(
	'http_request_host_is_external',
	fn ( $is_external, $host, $url ) => $is_external || timeline_is_of_the_test( $url ),
	10,
	3
);
add_filter(
	'http_allowed_safe_ports',
	fn ( $ports, $host, $url ) => timeline_is_of_the_test( $url ) ? array_merge( $ports, array( wp_parse_url( $url, PHP_URL_PORT ) ) ) : $ports,
	10,
	3
);

// The throw-away WordPress writes to nobody.
add_filter( 'pre_wp_mail', '__return_false' );
