package dev.lockbox.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Latencies at several rates.
 *
 * @param latencies by questions per second
 */
public record ByRate(Map<Integer, Latencies> latencies) {
  public ByRate {
    latencies = Map.copyOf(latencies);
  }

  /** Measures at each rate, one after the other. */
  public static ByRate each(List<Integer> rates, IntFunction<Latencies> measurement) {
    var latencies = new LinkedHashMap<Integer, Latencies>();
    rates.forEach(rate -> latencies.put(rate, measurement.apply(rate)));
    return new ByRate(latencies);
  }

  /** Throws {@link IllegalArgumentException} for a rate that was not measured. */
  public Latencies at(int rate) {
    var found = latencies.get(rate);
    if (found == null) {
      throw new IllegalArgumentException("nothing was measured at %d per second".formatted(rate));
    }
    return found;
  }
}
