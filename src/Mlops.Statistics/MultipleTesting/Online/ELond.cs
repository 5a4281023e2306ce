using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>e-LOND: decides on one e-value after the other with a bounded share of false discoveries, however the hypotheses depend on one another.</summary>
/// <remarks>
/// <para>An e-value is a non-negative statistic whose mean is at most 1 under its null: evidence that may be watched and stopped at will. Hypothesis t is
/// rejected where e ≥ 1/α_t with α_t = α γ_t (R + 1) and R the discoveries before; γ is that of <see cref="Lord"/>. The expected share of false discoveries is at most α at any
/// time under any dependence: overlapping windows and correlated columns are allowed.</para>
/// <para>A decision is never taken back. Constant time a test. Not thread-safe. Xu and Ramdas (2024), "Online multiple testing with e-values".</para>
/// </remarks>
public sealed class ELond : IAccumulator
{
    internal ELond(ELondDefinition definition) => Definition = definition;

    /// <summary>What it was made by.</summary>
    public ELondDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many hypotheses have been decided on.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them were rejected.</summary>
    public long DiscoveryCount { get; private set; }

    /// <summary>The level α that the next hypothesis is tested at: it takes an e-value of 1/α.</summary>
    public double NextLevel =>
        Definition.FalseDiscoveryRate * GammaSequence.Logarithmic(Count + 1) * (DiscoveryCount + 1);

    /// <summary>Decides on the next hypothesis.</summary>
    /// <param name="eValue">Its e-value, in [0, ∞].</param>
    /// <exception cref="ArgumentOutOfRangeException">It is NaN or negative.</exception>
    public OnlineDecision Add(double eValue)
    {
        if (!(eValue >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(eValue), eValue, "An e-value is not negative.");
        }

        var level = NextLevel;
        Count++;
        var isRejected = eValue >= 1 / level;
        DiscoveryCount += isRejected ? 1 : 0;
        return new OnlineDecision(Count, eValue, level, isRejected);
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteInteger("count", Count);
        writer.WriteInteger("discoveries", DiscoveryCount);
        writer.WriteReal("rate", Definition.FalseDiscoveryRate);
        writer.WriteEndObject();
    }

    internal static ELond ReadFrom(ELondDefinition definition, JsonElement state)
    {
        var id = definition.Id;
        OnlineChecks.SameParameter(
            definition.FalseDiscoveryRate,
            AccumulatorState.Real(state, "rate", id),
            "rate",
            id
        );
        var lond = new ELond(definition)
        {
            Count = AccumulatorState.Count(state, "count", id),
            DiscoveryCount = AccumulatorState.Count(state, "discoveries", id),
        };
        return lond.DiscoveryCount <= lond.Count
            ? lond
            : throw new FormatException(
                $"The state of '{id}' has {lond.DiscoveryCount} discoveries of {lond.Count} hypotheses."
            );
    }
}
