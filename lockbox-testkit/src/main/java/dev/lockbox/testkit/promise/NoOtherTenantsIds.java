package dev.lockbox.testkit.promise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.run.AuditEntry;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import dev.lockbox.testkit.run.Viewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nothing that is for one tenant names a request of another, or the other itself. Sees only ids
 * that are not also ids of the reader's own: a run that means to be judged by this gives each
 * request an id of its own.
 */
final class NoOtherTenantsIds implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    Map<String, Set<String>> ids =
        run.commands().stream()
            .flatMap(one -> one.message().command().about().stream())
            .collect(
                Collectors.groupingBy(
                    request -> request.tenant().value(),
                    Collectors.mapping(RequestId::value, Collectors.toSet())));
    var broken = new ArrayList<Broken>();
    run.views().forEach(view -> judge(view, ids, broken));
    run.audit().forEach(entry -> judge(entry, ids, broken));
    return broken;
  }

  private void judge(Viewed view, Map<String, Set<String>> ids, List<Broken> broken) {
    for (var item : view.items()) {
      var tenant = view.tenant().value();
      if (!item.path("tenant").asText().equals(tenant)) {
        broken.add(Broken.of(this, tenant, "the API", "shown to it: " + item));
      }
      foreign(tenant, item, ids)
          .forEach(id -> broken.add(Broken.of(this, tenant, "the API", "told of " + id)));
    }
  }

  private void judge(Logged<AuditEntry> entry, Map<String, Set<String>> ids, List<Broken> broken) {
    var tenant = entry.message().key();
    if (entry.message().sequence().isPresent()) {
      foreign(tenant, entry.message().json(), ids)
          .forEach(id -> broken.add(Broken.of(this, tenant, entry, "told of " + id)));
    }
  }

  private static List<String> foreign(String tenant, JsonNode told, Map<String, Set<String>> ids) {
    var own = ids.getOrDefault(tenant, Set.of());
    var values = texts(told);
    return ids.entrySet().stream()
        .filter(other -> !other.getKey().equals(tenant))
        .flatMap(other -> other.getValue().stream())
        .filter(id -> !own.contains(id))
        .filter(id -> values.stream().anyMatch(text -> text.contains(id)))
        .toList();
  }

  private static List<String> texts(JsonNode told) {
    var texts = new ArrayList<String>();
    if (told.isTextual()) {
      texts.add(told.asText());
    }
    told.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}
