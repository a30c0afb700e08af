<?php
/**
 * Installs WordPress when it is not, and writes posts: reads `{ site, posts: { name: { content, role } } }` from its input, where site is
 * the origin that the posts show, and prints `{ version, posts: { name: { url, content } } }`.
 * Runs as `php posts.php FOLDER`, where the folder is that of WordPress.
 *
 * @package timeline
 */

list( , $folder ) = $argv;
$asked            = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );

define( 'WP_INSTALLING', true );
require $folder . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

if ( ! is_blog_installed() ) {
	wp_install( 'A host', 'administrator', 'administrator@example.org', false, '', 'administrator' );
	wp_create_user( 'author', 'author', 'author@example.org' );
	get_user_by( 'login', 'author' )->set_role( 'author' );
}
update_option( 'timeline_site', $asked['site'] );

$written = array();
foreach ( $asked['posts'] as $name => $post ) {
	wp_set_current_user( get_user_by( 'login', $post['role'] )->ID );
	kses_init();
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $name,
				'post_name'    => $name,
				'post_content' => $post['content'],
				'post_status'  => 'publish',
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() . "\n" );
		exit( 1 );
	}
	$written[ $name ] = array(
		'url'     => get_permalink( $id ),
		'content' => get_post( $id )->post_content,
	);
}
echo wp_json_encode(
	array(
		'version' => get_bloginfo( 'version' ),
		'theme'   => wp_get_theme()->get( 'Name' ),
		'home'    => home_url(),
		'posts'   => $written,
	)
);
