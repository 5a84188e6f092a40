package dev.lockbox.testkit.load;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The provider takes customers in. */
public final class Enrolment {
  private static final PersonId OPERATOR = new PersonId("operator");

  private Enrolment() {}

  /** Returns when the commands are on the log; what comes of them is not waited for. */
  public static void of(
      List<Customer> customers, Map<String, Object> client, Format<LoggedCommand> commands) {
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(client, serializer, serializer)) {
      for (var customer : customers) {
        var command = new LoggedCommand(commandId(), register(customer));
        var partition = Topics.partitionOf(customer.tenant(), Topics.COMMANDS.partitions());
        producer.send(
            new ProducerRecord<>(
                Topics.COMMANDS.name(), partition, commands.key(command), commands.value(command)));
      }
      producer.flush();
    }
  }

  private static RegisterTenant register(Customer customer) {
    var approvers =
        customer.approvers().stream()
            .map(person -> Member.of(person.value(), person + "@example.com"))
            .collect(Collectors.toSet());
    var attempt = new Attempt(OPERATOR, new DecisionId("register-" + customer.tenant()));
    return new RegisterTenant(
        customer.tenant(), attempt, new Membership("Premier", approvers, Set.of(), Set.of()));
  }

  private static CommandId commandId() {
    return new CommandId("enrol-" + UUID.randomUUID());
  }
}
