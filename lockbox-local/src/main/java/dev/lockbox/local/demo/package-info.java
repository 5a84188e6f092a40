/**
 * The story a newcomer finds on an empty directory, told through Kafka and over HTTP like anybody
 * would. Imports domain, client, people, intake, tenant and issuer.
 */
@NullMarked
package dev.lockbox.local.demo;

import org.jspecify.annotations.NullMarked;
