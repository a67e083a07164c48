import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  isSpanContextValid,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { SpanPlace, Telemetry } from "./telemetry.ts";

/** Where telemetry goes, and under which name of the service. */
export interface OpenTelemetrySettings {
  /** The collector, as OTEL_EXPORTER_OTLP_ENDPOINT names it: `/v1/traces` and `/v1/metrics` are below it. */
  readonly endpoint: string;
  readonly serviceName: string;
}

/** Ends of the ranges of times, in seconds. */
const boundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** A place of OpenTelemetry's; `over` once its span has ended, when what still runs of it is no part of it any more. */
interface Place extends SpanPlace {
  readonly place: Context;
  over: boolean;
}

const headerOf: TextMapGetter<Headers> = {
  keys: (headers) => [...headers.keys()],
  get: (headers, key) => headers.get(key) ?? undefined,
};

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
  const running = new AsyncLocalStorage<Place>();
  const w3c = new W3CTraceContextPropagator();
  const here = (): Place | null => {
    const place = running.getStore();
    return place && !place.over ? place : null;
  };
  const isContext = (place: unknown): place is Context => typeof Reflect.get(Object(place), "getValue") === "function";

  return {
    async span(name, work, places) {
      const above = (places ?? [here() ?? { place: ROOT_CONTEXT }]).flatMap(({ place }) =>
        isContext(place) ? [place] : [],
      );
      const kind = name === "request" ? SpanKind.SERVER : SpanKind.INTERNAL;
      const parents = above.length > 0 ? above : [ROOT_CONTEXT];
      const spans = parents.map((parent) => tracer.startSpan(name, { kind }, parent));
      const [first = ROOT_CONTEXT] = parents;
      const place: Place = { place: spans[0] ? trace.setSpan(first, spans[0]) : first, over: false };
      const fail = (): void => {
        for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
      };
      try {
        return await running.run(place, () =>
          work((attributes, failed = false) => {
            for (const span of spans) span.setAttributes({ ...attributes });
            if (failed) fail();
          }),
        );
      } catch (error) {
        fail();
        throw error;
      } finally {
        place.over = true;
        for (const span of spans) span.end();
      }
    },
    here,
    from(headers) {
      const place = w3c.extract(ROOT_CONTEXT, headers, headerOf);
      const context = trace.getSpanContext(place);
      return context && isSpanContextValid(context) ? { place } : null;
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
