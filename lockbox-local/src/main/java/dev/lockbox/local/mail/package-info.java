/** A mail server that takes every mail and keeps it as a file; local mode only. */
@NullMarked
package dev.lockbox.local.mail;

import org.jspecify.annotations.NullMarked;
