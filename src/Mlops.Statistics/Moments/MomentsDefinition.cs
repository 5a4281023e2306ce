using System.Text.Json;

namespace Mlops.Statistics.Moments;

/// <summary>Count, mean, central moments to the fourth power, minimum and maximum. All such definitions are equal.</summary>
public sealed record MomentsDefinition : IStatisticDefinition<MomentsAccumulator>
{
    /// <inheritdoc/>
    public string Id => "statistics.moments";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public MomentsAccumulator Create() => new(this);

    /// <inheritdoc/>
    public MomentsAccumulator Read(JsonElement state) => MomentsAccumulator.ReadFrom(this, state);
}
