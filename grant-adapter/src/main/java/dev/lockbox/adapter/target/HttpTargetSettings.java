package dev.lockbox.adapter.target;

/**
 * How to reach a target that speaks our HTTP.
 *
 * @param http {@code /assignments} follows its base
 * @param pageSize assignments that a page of the list has at most
 */
public record HttpTargetSettings(HttpSettings http, int pageSize) {}
