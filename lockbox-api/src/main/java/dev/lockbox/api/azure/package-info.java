/**
 * Azure's Customer Lockbox, version 2018-02-28-preview, as scripts for it expect it: the routes of
 * {@code Microsoft.CustomerLockbox} over the same view, the same authority and the same decisions.
 * Nothing outside of this package speaks its words. Imports command, json, problem, security, tag
 * and view.
 */
@NullMarked
package dev.lockbox.api.azure;

import org.jspecify.annotations.NullMarked;
