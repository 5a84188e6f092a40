/** An OIDC issuer that believes everybody; local mode only. Imports people and broker. */
@NullMarked
package dev.lockbox.local.issuer;

import org.jspecify.annotations.NullMarked;
