package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How an answer is printed: as JSON is what programs read, as a table what people do. */
class Printing {
  @Option(
      names = "--output",
      paramLabel = "table|json",
      description = "How it is printed (default: ${DEFAULT-VALUE}).")
  private Output output;

  enum Output {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return this == JSON ? "json" : "table";
    }
  }

  Printing() {
    this(Output.TABLE);
  }

  private Printing(Output unlessSaid) {
    output = unlessSaid;
  }

  /** Of what is printed to be kept and given back: as JSON unless said otherwise. */
  static final class AsJson extends Printing {
    AsJson() {
      super(Output.JSON);
    }
  }

  void print(PrintWriter out, Supplier<JsonNode> json, Supplier<String> table) {
    out.println(output == Output.JSON ? json.get().toPrettyString() : table.get());
    out.flush();
  }

  /** The same of many, as each comes: one on a line. */
  void printLine(PrintWriter out, JsonNode answer, Supplier<String> line) {
    out.println(output == Output.JSON ? answer.toString() : line.get());
    out.flush();
  }

  /** What is to be read on the way, and is no part of the answer. */
  void remark(CommandLine commandLine, String words) {
    var beside = output == Output.JSON ? commandLine.getErr() : commandLine.getOut();
    beside.println(words);
    beside.flush();
  }
}
