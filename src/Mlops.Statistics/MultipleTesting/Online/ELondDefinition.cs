using System.Text.Json;

namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>The online procedure e-LOND: its rate. Immutable, with value equality.</summary>
public sealed record ELondDefinition : IStatisticDefinition
{
    /// <summary>Makes the definition.</summary>
    /// <param name="falseDiscoveryRate">α, the tolerated expected share of false discoveries, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public ELondDefinition(double falseDiscoveryRate = 0.05) =>
        FalseDiscoveryRate = OnlineChecks.Rate(falseDiscoveryRate, nameof(falseDiscoveryRate));

    /// <summary>α, in (0,1).</summary>
    public double FalseDiscoveryRate { get; }

    /// <inheritdoc/>
    public string Id => "statistics.online-e-lond";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Begins a sequence of tests.</summary>
    public ELond Create() => new(this);

    /// <summary>Goes on with a sequence from what <see cref="ELond.WriteTo"/> wrote.</summary>
    /// <param name="state">The serialised state.</param>
    /// <exception cref="FormatException">It is not such a state, or one of another rate.</exception>
    public ELond Read(JsonElement state) => ELond.ReadFrom(this, state);

    IAccumulator IStatisticDefinition.Create() => Create();

    IAccumulator IStatisticDefinition.Read(JsonElement state) => Read(state);
}
