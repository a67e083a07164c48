import { SpanStatusCode } from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Telemetry } from "./telemetry.ts";

/** Where telemetry goes, and under which name of the service. */
export interface OpenTelemetrySettings {
  /** The collector, as OTEL_EXPORTER_OTLP_ENDPOINT names it: `/v1/traces` and `/v1/metrics` are below it. */
  readonly endpoint: string;
  readonly serviceName: string;
}

/** Ends of the ranges of times, in seconds. */
const boundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Telemetry by OpenTelemetry's own SDK, as OTLP over HTTP; what can't be sent is dropped, and holds up nothing. */
export function openTelemetry({ endpoint, serviceName }: OpenTelemetrySettings): Telemetry {
  const below = endpoint.replace(/\/$/, "");
  const resource = resourceFromAttributes({ "service.name": serviceName });
  const traces = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${below}/v1/traces` }) })],
  });
  const metrics = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter({ url: `${below}/v1/metrics` }) })],
  });
  const [tracer, meter] = [traces.getTracer("plenary"), metrics.getMeter("plenary")];
  return {
    begin(name) {
      const span = tracer.startSpan(name);
      return (attributes, failed = false) => {
        span.setAttributes({ ...attributes });
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    times(name, description) {
      const advice = { explicitBucketBoundaries: boundaries };
      const histogram = meter.createHistogram(name, { description, unit: "s", advice });
      return (milliseconds) => histogram.record(milliseconds / 1000);
    },
    observe(name, description, kind, read) {
      const options = { description };
      const instrument =
        kind === "gauge" ? meter.createObservableGauge(name, options) : meter.createObservableCounter(name, options);
      instrument.addCallback((result) => {
        for (const [value, attributes] of read()) result.observe(value, { ...attributes });
      });
    },
    async close() {
      await Promise.allSettled([traces.shutdown(), metrics.shutdown()]);
    },
  };
}
