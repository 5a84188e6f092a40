package dev.lockbox.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A form of a page, filled in.
 *
 * @param fields in the order in which they are sent
 */
record PortalForm(String action, Map<String, List<String>> fields) {
  static PortalForm of(Element button) {
    Node form = button;
    while (!form.getNodeName().equals("form")) {
      form = form.getParentNode();
    }
    var action = button.getAttribute("formaction");
    return new PortalForm(
        action.isEmpty() ? ((Element) form).getAttribute("action") : action,
        fields((Element) form));
  }

  private static Map<String, List<String>> fields(Element form) {
    return Stream.of("input", "select", "textarea")
        .flatMap(tag -> elements(form.getElementsByTagName(tag)))
        .filter(PortalForm::isSent)
        .collect(
            Collectors.groupingBy(
                one -> one.getAttribute("name"),
                LinkedHashMap::new,
                Collectors.mapping(PortalForm::value, Collectors.toList())));
  }

  private static boolean isSent(Element field) {
    return !field.getAttribute("type").equals("checkbox") || field.hasAttribute("checked");
  }

  private static String value(Element field) {
    return switch (field.getTagName()) {
      case "textarea" -> field.getTextContent();
      case "select" ->
          elements(field.getElementsByTagName("option"))
              .filter(one -> one.hasAttribute("selected"))
              .findFirst()
              .orElseThrow()
              .getAttribute("value");
      default -> field.getAttribute("value");
    };
  }

  private static Stream<Element> elements(NodeList found) {
    return Stream.iterate(0, at -> at < found.getLength(), at -> at + 1)
        .map(at -> (Element) found.item(at));
  }

  /** The same, with these values in the field. */
  PortalForm with(String name, String... values) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(name, Arrays.asList(values));
    return new PortalForm(action, changed);
  }

  /** As a browser sends it. */
  String body() {
    return fields.entrySet().stream()
        .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, UTF_8)
        + "="
        + URLEncoder.encode(value.replace("\n", "\r\n"), UTF_8);
  }
}
