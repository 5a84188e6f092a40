package dev.lockbox.adapter.target;

import java.util.Optional;

/** So that a test with the fake says what it would say with the thing. */
class FakeTargetTest extends TargetContract {
  private final FakeTarget target = new FakeTarget();

  @Override
  Target target() {
    return target;
  }

  @Override
  Listed putStrange() {
    var strange = new Listed("by-hand/50%?#&+", Optional.empty());
    target.put(strange);
    return strange;
  }
}
