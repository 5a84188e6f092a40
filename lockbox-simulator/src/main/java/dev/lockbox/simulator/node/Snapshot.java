package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;

/** A request as it stands, for everybody to read. */
public record Snapshot(RequestId request, AccessRequest state) {}
