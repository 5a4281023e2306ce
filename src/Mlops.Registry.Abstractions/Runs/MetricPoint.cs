using System.Text.Json.Serialization;
using Mlops.Registry.Serialization;

namespace Mlops.Registry.Runs;

/// <summary>A metric's value at a step.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Value">The value; NaN and infinities are kept as they are.</param>
public readonly record struct MetricPoint(
    [property: JsonConverter(typeof(ExactIntegerConverter))] long Step,
    double Value
);
