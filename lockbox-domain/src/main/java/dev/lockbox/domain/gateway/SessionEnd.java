package dev.lockbox.domain.gateway;

/** Why a session ended. The names are public. */
public enum SessionEnd {
  /** The engineer left. */
  SIGNED_OUT,
  /** Nothing was done for too long. */
  IDLE,
  /** No session lasts longer. */
  MAX_AGE,
  /** The grant it was under is over. */
  GRANT_ENDED,
  /** The gateway session that it went through ended. */
  GATEWAY_ENDED,
  /** The device it was on no longer keeps to what it must. */
  DEVICE_NOT_COMPLIANT,
  /** Something outside of the grant was done in it. */
  OUT_OF_GRANT
}
