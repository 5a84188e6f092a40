package dev.lockbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page of the portal. It is read as XML, which ours are as well as HTML: what would break out of
 * its place could not even be read.
 */
record PortalPage(Document document) {
  static PortalPage of(Answer answer) {
    assertThat(answer.header("Content-Type")).contains("text/html;charset=utf-8");
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setExpandEntityReferences(false);
      var source = new InputSource(new StringReader(answer.text()));
      return new PortalPage(factory.newDocumentBuilder().parse(source));
    } catch (SAXException | IOException | ParserConfigurationException garbled) {
      throw new AssertionError(answer.text(), garbled);
    }
  }

  /** All that a reader sees of its content, each run of white space as one space. */
  String text() {
    return all("//main").getFirst().getTextContent().replaceAll("\\s+", " ").strip();
  }

  String heading() {
    return all("//h1").getFirst().getTextContent().replaceAll("\\s+", " ").strip();
  }

  /** What is said of a decision that was just made. */
  String verdict() {
    return all("//*[@role='status' or @role='alert']").getFirst().getTextContent().strip();
  }

  /** What its forms carry. */
  String csrf() {
    return all("//input[@name='csrf']").getFirst().getAttribute("value");
  }

  /** Where its script hears of what happens. */
  String news() {
    return all("//main").getFirst().getAttribute("data-news");
  }

  List<String> links() {
    return all("//a").stream().map(one -> one.getAttribute("href")).toList();
  }

  List<String> buttons() {
    return all("//main//button").stream().map(one -> one.getTextContent().strip()).toList();
  }

  List<Element> all(String xpath) {
    try {
      var found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(xpath, document, XPathConstants.NODESET);
      var elements = new ArrayList<Element>();
      for (var at = 0; at < found.getLength(); at++) {
        elements.add((Element) found.item(at));
      }
      return elements;
    } catch (XPathExpressionException garbled) {
      throw new IllegalArgumentException(xpath, garbled);
    }
  }

  /** The form behind this button, filled in as the page has it. */
  PortalForm form(String button) {
    var pressed =
        all("//button").stream()
            .filter(one -> one.getTextContent().strip().equals(button))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + button + " in " + buttons()));
    return PortalForm.of(pressed);
  }
}
