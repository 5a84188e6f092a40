package dev.lockbox.adapter.target;

/**
 * How to reach a directory, and what its groups stand for.
 *
 * @param http its SCIM 2.0 interface
 * @param userBy where its users have engineers' ids
 */
public record DirectoryTargetSettings(HttpSettings http, UserBy userBy, Groups groups) {}
