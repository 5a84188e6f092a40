/** Keys in files, and signing with them. */
@NullMarked
package dev.lockbox.local.signing;

import org.jspecify.annotations.NullMarked;
