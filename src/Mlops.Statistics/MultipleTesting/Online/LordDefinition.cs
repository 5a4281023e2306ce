using System.Text.Json;

namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>The online procedure LORD++: its rate and its wealth at the beginning. Immutable, with value equality.</summary>
public sealed record LordDefinition : IStatisticDefinition
{
    /// <summary>Makes the definition.</summary>
    /// <param name="falseDiscoveryRate">α, the tolerated expected share of false discoveries, in (0,1).</param>
    /// <param name="initialWealth">W₀ in (0, α]: what may be spent before the first discovery; <see langword="null"/> for α/10.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public LordDefinition(double falseDiscoveryRate = 0.05, double? initialWealth = null)
    {
        FalseDiscoveryRate = OnlineChecks.Rate(falseDiscoveryRate, nameof(falseDiscoveryRate));
        InitialWealth = OnlineChecks.Wealth(
            initialWealth ?? (falseDiscoveryRate / 10),
            falseDiscoveryRate,
            nameof(initialWealth)
        );
    }

    /// <summary>α, in (0,1).</summary>
    public double FalseDiscoveryRate { get; }

    /// <summary>W₀, in (0, α].</summary>
    public double InitialWealth { get; }

    /// <inheritdoc/>
    public string Id => "statistics.online-lord";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Begins a sequence of tests.</summary>
    public Lord Create() => new(this);

    /// <summary>Goes on with a sequence from what <see cref="Lord.WriteTo"/> wrote.</summary>
    /// <param name="state">The serialised state.</param>
    /// <exception cref="FormatException">It is not such a state, or one of other parameters.</exception>
    public Lord Read(JsonElement state) => Lord.ReadFrom(this, state);

    IAccumulator IStatisticDefinition.Create() => Create();

    IAccumulator IStatisticDefinition.Read(JsonElement state) => Read(state);
}
