package dev.lockbox.domain.gateway;

/** The way by which an engineer reaches what a grant opens. The names are public. */
public enum Channel {
  /** Remote desktop, through a gateway. */
  RDP_GATEWAY,
  /** A remote shell with a list of commands. */
  REMOTE_SHELL,
  /** Calls of a programming interface. */
  API
}
