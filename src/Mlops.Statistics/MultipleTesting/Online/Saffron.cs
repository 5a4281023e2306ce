using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>SAFFRON: as <see cref="Lord"/>, but only hypotheses that look true cost budget, so that it finds more where many are false.</summary>
/// <remarks>
/// <para>Hypothesis t is rejected where p ≤ α_t = min(λ, (1 - λ)[W₀ γ_(t-C₀) + (α - W₀) γ_(t-τ₁-C₁) + α Σ_(j≥2) γ_(t-τⱼ-Cⱼ)]), with τⱼ the times of the discoveries so far, Cⱼ the
/// candidates (p ≤ λ) between τⱼ and t, and γ_j = j^-1.6 / ζ(1.6), as R's onlineFDR has it. The expected share of false discoveries is at most α at any time
/// where the p-values of true nulls are independent, of one another and of the others.</para>
/// <para>A decision is never taken back. O(discoveries so far) a test. Not thread-safe. Ramdas, Zrnic, Wainwright and Jordan (2018), "SAFFRON: an adaptive algorithm
/// for online control of the false discovery rate".</para>
/// </remarks>
public sealed class Saffron : IAccumulator
{
    /// <summary>For each discovery how many had not been candidates up to it: t - τ - C is the number that has been added since, and 1.</summary>
    private readonly List<long> _discoveries = [];
    private long _others;

    internal Saffron(SaffronDefinition definition) => Definition = definition;

    /// <summary>What it was made by.</summary>
    public SaffronDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many hypotheses have been decided on.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them were rejected.</summary>
    public long DiscoveryCount => _discoveries.Count;

    /// <summary>How many of them had a p-value of at most λ.</summary>
    public long CandidateCount => Count - _others;

    /// <summary>The level that the next hypothesis is tested at, in (0, λ].</summary>
    public double NextLevel
    {
        get
        {
            double rate = Definition.FalseDiscoveryRate,
                wealth = Definition.InitialWealth,
                level = wealth * GammaSequence.Power(_others + 1);
            for (var j = 0; j < _discoveries.Count; j++)
            {
                level += (j == 0 ? rate - wealth : rate) * GammaSequence.Power(_others - _discoveries[j] + 1);
            }

            return Math.Min(Definition.CandidateThreshold, (1 - Definition.CandidateThreshold) * level);
        }
    }

    /// <summary>Decides on the next hypothesis.</summary>
    /// <param name="pValue">Its p-value, in [0,1].</param>
    /// <exception cref="ArgumentOutOfRangeException">It is NaN or not in [0,1].</exception>
    public OnlineDecision Add(double pValue)
    {
        OnlineChecks.PValue(pValue, nameof(pValue));
        var level = NextLevel;
        Count++;
        _others += pValue <= Definition.CandidateThreshold ? 0 : 1;
        var isRejected = pValue <= level;
        if (isRejected)
        {
            _discoveries.Add(_others);
        }

        return new OnlineDecision(Count, pValue, level, isRejected);
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteReal("candidateThreshold", Definition.CandidateThreshold);
        writer.WriteInteger("count", Count);
        writer.WriteStartArray("discoveries");
        foreach (var others in _discoveries)
        {
            writer.WriteInteger(others);
        }

        writer.WriteEndArray();
        writer.WriteReal("initialWealth", Definition.InitialWealth);
        writer.WriteInteger("others", _others);
        writer.WriteReal("rate", Definition.FalseDiscoveryRate);
        writer.WriteEndObject();
    }

    internal static Saffron ReadFrom(SaffronDefinition definition, JsonElement state)
    {
        var id = definition.Id;
        Check(definition.FalseDiscoveryRate, "rate");
        Check(definition.InitialWealth, "initialWealth");
        Check(definition.CandidateThreshold, "candidateThreshold");
        var saffron = new Saffron(definition)
        {
            Count = AccumulatorState.Count(state, "count", id),
            _others = AccumulatorState.Count(state, "others", id),
        };
        long last = 0;
        foreach (var element in AccumulatorState.Array(state, "discoveries", id).EnumerateArray())
        {
            var others = AccumulatorState.Count(element.GetInteger(), "discoveries", id);
            if (others < last || others > saffron._others)
            {
                throw new FormatException(
                    $"'discoveries' in the state of '{id}' has {others} after {last}; they don't fall, and are at most 'others'."
                );
            }

            saffron._discoveries.Add(others);
            last = others;
        }

        return saffron._others + saffron._discoveries.Count <= saffron.Count
            ? saffron
            : throw new FormatException(
                $"The state of '{id}' has {saffron._others} others and {saffron._discoveries.Count} discoveries of {saffron.Count} hypotheses."
            );

        void Check(double expected, string name) =>
            OnlineChecks.SameParameter(expected, AccumulatorState.Real(state, name, id), name, id);
    }
}
