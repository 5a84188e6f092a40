/** Reports of accesses that no approval covers, as the provider's own people write them. */
@NullMarked
package dev.lockbox.local.exclusion;

import org.jspecify.annotations.NullMarked;
