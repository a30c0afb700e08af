<?php
/**
 * For php's built-in server, which takes a path with a dot for that of a file: what is no file is WordPress's to answer.
 *
 * @package timeline
 */

$timeline_file = $_SERVER['DOCUMENT_ROOT'] . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_file( $timeline_file ) || is_file( rtrim( $timeline_file, '/' ) . '/index.php' ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/index.php';
unset( $timeline_file );
require $_SERVER['SCRIPT_FILENAME'];
