using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Mlops.Registry;

/// <summary>What the registry measures, on the meter <c>Mlops.Registry</c>.</summary>
/// <remarks>
/// <c>mlops.registry.operation.duration</c> (s; <c>operation</c>, <c>outcome</c>), <c>mlops.registry.transition.count</c>
/// ({transition}; <c>from</c>, <c>to</c>), <c>mlops.registry.denial.count</c> ({denial}; <c>operation</c>). No tag names a
/// model or a person.
/// </remarks>
public sealed class RegistryInstruments : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Mlops.Registry";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _transitions;
    private readonly Counter<long> _denials;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">The host's factory; a meter of its own when left out.</param>
    public RegistryInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _duration = _meter.CreateHistogram<double>(
            "mlops.registry.operation.duration",
            "s",
            "How long operations of the registry took.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            }
        );
        _transitions = _meter.CreateCounter<long>(
            "mlops.registry.transition.count",
            "{transition}",
            "Steps between stages."
        );
        _denials = _meter.CreateCounter<long>(
            "mlops.registry.denial.count",
            "{denial}",
            "Operations refused for want of a role."
        );
    }

    internal static ActivitySource Activities { get; } = new(Name);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void Measure(string operation, string outcome, TimeSpan elapsed)
    {
        if (_duration.Enabled)
        {
            _duration.Record(elapsed.TotalSeconds, new("operation", operation), new("outcome", outcome));
        }
    }

    internal void Count(Stages.Stage from, Stages.Stage to) =>
        _transitions.Add(1, new("from", from.ToString()), new("to", to.ToString()));

    internal void CountDenial(string operation) =>
        _denials.Add(1, new KeyValuePair<string, object?>("operation", operation));
}
