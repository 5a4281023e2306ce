using System.Text.Json;

namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>The online procedure SAFFRON: its rate, its threshold of candidates and its wealth at the beginning. Immutable, with value equality.</summary>
public sealed record SaffronDefinition : IStatisticDefinition
{
    /// <summary>Makes the definition.</summary>
    /// <param name="falseDiscoveryRate">α, the tolerated expected share of false discoveries, in (0,1).</param>
    /// <param name="candidateThreshold">λ in (0,1): p-values of at most λ are candidates, and only others cost budget.</param>
    /// <param name="initialWealth">W₀ in (0, α]; <see langword="null"/> for α/2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SaffronDefinition(
        double falseDiscoveryRate = 0.05,
        double candidateThreshold = 0.5,
        double? initialWealth = null
    )
    {
        FalseDiscoveryRate = OnlineChecks.Rate(falseDiscoveryRate, nameof(falseDiscoveryRate));
        CandidateThreshold = OnlineChecks.Rate(candidateThreshold, nameof(candidateThreshold));
        InitialWealth = OnlineChecks.Wealth(
            initialWealth ?? (falseDiscoveryRate / 2),
            falseDiscoveryRate,
            nameof(initialWealth)
        );
    }

    /// <summary>α, in (0,1).</summary>
    public double FalseDiscoveryRate { get; }

    /// <summary>λ, in (0,1).</summary>
    public double CandidateThreshold { get; }

    /// <summary>W₀, in (0, α].</summary>
    public double InitialWealth { get; }

    /// <inheritdoc/>
    public string Id => "statistics.online-saffron";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Begins a sequence of tests.</summary>
    public Saffron Create() => new(this);

    /// <summary>Goes on with a sequence from what <see cref="Saffron.WriteTo"/> wrote.</summary>
    /// <param name="state">The serialised state.</param>
    /// <exception cref="FormatException">It is not such a state, or one of other parameters.</exception>
    public Saffron Read(JsonElement state) => Saffron.ReadFrom(this, state);

    IAccumulator IStatisticDefinition.Create() => Create();

    IAccumulator IStatisticDefinition.Read(JsonElement state) => Read(state);
}
