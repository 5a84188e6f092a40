package dev.lockbox.adapter.target;

/** So that a test with the fake says what it would say with the thing. */
class FakeTargetTest extends TargetContract {
  private final FakeTarget target = new FakeTarget();

  @Override
  Target target() {
    return target;
  }

  @Override
  void put(Listed listed) {
    target.put(listed);
  }
}
