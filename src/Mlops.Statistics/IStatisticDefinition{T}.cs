using System.Text.Json;

namespace Mlops.Statistics;

/// <summary>A definition that knows the type of its accumulators.</summary>
/// <typeparam name="TAccumulator">The accumulator it makes.</typeparam>
public interface IStatisticDefinition<TAccumulator> : IStatisticDefinition
    where TAccumulator : IAccumulator<TAccumulator>
{
    /// <inheritdoc cref="IStatisticDefinition.Create"/>
    new TAccumulator Create();

    /// <inheritdoc cref="IStatisticDefinition.Read"/>
    new TAccumulator Read(JsonElement state);

    IAccumulator IStatisticDefinition.Create() => Create();

    IAccumulator IStatisticDefinition.Read(JsonElement state) => Read(state);
}
