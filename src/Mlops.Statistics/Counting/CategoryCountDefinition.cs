using System.Text.Json;

namespace Mlops.Statistics.Counting;

/// <summary>Exact counts of categories, compared ordinally. All such definitions are equal.</summary>
public sealed record CategoryCountDefinition : IStatisticDefinition<CategoryCountAccumulator>
{
    /// <inheritdoc/>
    public string Id => "statistics.categories";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public CategoryCountAccumulator Create() => new(this);

    /// <inheritdoc/>
    public CategoryCountAccumulator Read(JsonElement state) => CategoryCountAccumulator.ReadFrom(this, state);
}
