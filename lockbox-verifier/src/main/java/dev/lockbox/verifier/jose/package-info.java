/**
 * Signed JSON, read as strictly as it can be: compact JWS, Ed25519, keys that are pinned. Imports
 * java.base only.
 */
@NullMarked
package dev.lockbox.verifier.jose;

import org.jspecify.annotations.NullMarked;
