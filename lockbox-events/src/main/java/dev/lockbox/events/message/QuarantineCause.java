package dev.lockbox.events.message;

/** Why a record is in quarantine. The names are public. */
public enum QuarantineCause {
  /** No key or no value where both are needed. */
  EMPTY,
  /** Not framed as the registry's serializers frame a record. */
  WRONG_MAGIC,
  /** The registry does not know the schema id. */
  UNKNOWN_SCHEMA,
  /** A record type that does not belong on its topic, or is newer than the reader. */
  UNKNOWN_TYPE,
  /** The bytes do not follow their schema. */
  UNDECODABLE,
  /** Well-formed, but a value is out of its bounds. */
  INVALID_VALUE,
  /** The topic, the tenant or the request named inside is not the one it was found under. */
  WRONG_ADDRESS,
  /** Not on the partition where the tenant's records belong. */
  WRONG_PARTITION,
  /** A command for a request whose history is impossible. */
  REQUEST_FAULTED,
  /** Whoever published it must sign, and did not. */
  UNSIGNED,
  /** Not signed by the service that it names: by none of its keys, or not this record. */
  FALSELY_SIGNED,
  /** The service that it names is none that may publish. */
  UNKNOWN_SERVICE,
  /** Signed by its service, which asks for nothing at that customer. */
  TENANT_NOT_SERVED,
  /** The engineer that it names must say so themselves, and does not. */
  UNASSERTED,
  /** What is said to be the engineer's own word is not, or is no word on this, or is too old. */
  FALSELY_ASSERTED
}
