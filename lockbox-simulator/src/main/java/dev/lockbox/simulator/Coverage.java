package dev.lockbox.simulator;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.simulator.node.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often which command met which state, and with which answers. For one thread. */
public final class Coverage implements Watcher {
  /** What is only between two events of one transaction, so that no command ever meets it. */
  private static final Set<String> NEVER_MET = Set.of(AccessRequest.Passed.class.getSimpleName());

  private static final List<String> REQUEST_STATES = with(met(AccessRequest.class), "Garbled");
  private static final List<String> REQUEST_COMMANDS = Kinds.of(RequestCommand.class);
  private static final List<String> TENANT_STATES = met(Tenant.class);
  private static final List<String> TENANT_COMMANDS = Kinds.of(TenantCommand.class);

  private static final List<String> EXCLUSION_STATES =
      Stream.of(Exclusion.Stage.values()).map(Exclusion.Stage::name).toList();
  private static final List<String> EXCLUSION_COMMANDS = Kinds.of(ExclusionCommand.class);

  private static final List<String> GRANTS_STATES = List.of(Watcher.FREE, Watcher.FROZEN);
  private static final List<String> GRANTS_COMMANDS = Kinds.of(GrantsCommand.class);

  private static final List<String> SESSION_STATES = List.of(Watcher.OUTSIDE, Watcher.INSIDE);
  private static final List<String> SESSION_COMMANDS = Kinds.of(SessionCommand.class);

  private static final List<String> ROLE_STATES = met(RoleState.class);
  private static final List<String> ROLE_COMMANDS = Kinds.of(RolesCommand.OfRole.class);

  private static final List<String> MEMBER_STATES =
      List.of(Watcher.UNKNOWN, Watcher.KNOWN, Watcher.MEMBER);
  private static final List<String> MEMBER_COMMANDS = Kinds.of(RolesCommand.OfEngineer.class);

  private final Map<String, Map<String, Long>> met = new TreeMap<>();
  private final Map<String, Long> answers = new TreeMap<>();

  /** The states of these that a command can meet. */
  private static List<String> met(Class<?> sealed) {
    return Kinds.of(sealed).stream().filter(state -> !NEVER_MET.contains(state)).toList();
  }

  private static List<String> with(List<String> some, String another) {
    var all = new ArrayList<>(some);
    all.add(another);
    return List.copyOf(all);
  }

  @Override
  public void decided(String state, Command command, String answer) {
    met.computeIfAbsent(state, none -> new TreeMap<>()).merge(command.name(), 1L, Long::sum);
    answers.merge(answer, 1L, Long::sum);
  }

  void add(Coverage other) {
    other.met.forEach(
        (state, counts) ->
            counts.forEach(
                (command, times) ->
                    met.computeIfAbsent(state, none -> new TreeMap<>())
                        .merge(command, times, Long::sum)));
    other.answers.forEach((answer, times) -> answers.merge(answer, times, Long::sum));
  }

  long of(String state, String command) {
    return met.getOrDefault(state, Map.of()).getOrDefault(command, 0L);
  }

  /** How often each answer was given. */
  public Map<String, Long> answers() {
    return Map.copyOf(answers);
  }

  /** Which command never met which state. */
  public List<String> missing() {
    var missing = new ArrayList<String>();
    missing.addAll(missing(REQUEST_STATES, REQUEST_COMMANDS));
    missing.addAll(missing(TENANT_STATES, TENANT_COMMANDS));
    missing.addAll(missing(EXCLUSION_STATES, EXCLUSION_COMMANDS));
    missing.addAll(missing(GRANTS_STATES, GRANTS_COMMANDS));
    missing.addAll(missing(SESSION_STATES, SESSION_COMMANDS));
    missing.addAll(missing(ROLE_STATES, ROLE_COMMANDS));
    missing.addAll(missing(MEMBER_STATES, MEMBER_COMMANDS));
    return missing;
  }

  private List<String> missing(List<String> states, List<String> commands) {
    var missing = new ArrayList<String>();
    for (var state : states) {
      for (var command : commands) {
        if (of(state, command) == 0) {
          missing.add(command + " in " + state);
        }
      }
    }
    return missing;
  }

  /** States across, commands down. */
  List<String> table() {
    var lines = new ArrayList<String>();
    lines.addAll(table(REQUEST_STATES, REQUEST_COMMANDS));
    lines.add("");
    lines.addAll(table(TENANT_STATES, TENANT_COMMANDS));
    lines.add("");
    lines.addAll(table(EXCLUSION_STATES, EXCLUSION_COMMANDS));
    lines.add("");
    lines.addAll(table(GRANTS_STATES, GRANTS_COMMANDS));
    lines.add("");
    lines.addAll(table(SESSION_STATES, SESSION_COMMANDS));
    lines.add("");
    lines.addAll(table(ROLE_STATES, ROLE_COMMANDS));
    lines.add("");
    lines.addAll(table(MEMBER_STATES, MEMBER_COMMANDS));
    return lines;
  }

  private List<String> table(List<String> states, List<String> commands) {
    var lines = new ArrayList<String>();
    lines.add(Columns.row("", states));
    for (var command : commands) {
      var counts = states.stream().map(state -> Long.toString(of(state, command))).toList();
      lines.add(Columns.row(command, counts));
    }
    return lines;
  }
}
