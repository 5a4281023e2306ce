using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>LORD++: decides on one p-value after the other, for ever, with a bounded share of false discoveries.</summary>
/// <remarks>
/// <para>Hypothesis t is rejected where p ≤ α_t = γ_t W₀ + (α - W₀) γ_(t-τ₁) + α Σ_(j≥2) γ_(t-τⱼ), with τⱼ the times of the discoveries so far and γ the sequence of
/// Javanmard and Montanari (2018), equation 31, as R's onlineFDR has it. Each discovery earns budget back; levels fall while nothing is found. The expected share of false
/// discoveries is at most α at any time where the p-values of true nulls are independent, of one another and of the others.</para>
/// <para>A decision is never taken back. O(discoveries so far) a test. Not thread-safe. Ramdas, Yang, Wainwright and Jordan (2017), "Online control of the false
/// discovery rate with decaying memory".</para>
/// </remarks>
public sealed class Lord : IAccumulator
{
    private readonly List<long> _discoveries = [];

    internal Lord(LordDefinition definition) => Definition = definition;

    /// <summary>What it was made by.</summary>
    public LordDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many hypotheses have been decided on.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them were rejected.</summary>
    public long DiscoveryCount => _discoveries.Count;

    /// <summary>The level that the next hypothesis is tested at, in (0, α].</summary>
    public double NextLevel
    {
        get
        {
            var time = Count + 1;
            double rate = Definition.FalseDiscoveryRate,
                wealth = Definition.InitialWealth,
                level = wealth * GammaSequence.Logarithmic(time);
            for (var j = 0; j < _discoveries.Count; j++)
            {
                level += (j == 0 ? rate - wealth : rate) * GammaSequence.Logarithmic(time - _discoveries[j]);
            }

            return level;
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
        var isRejected = pValue <= level;
        if (isRejected)
        {
            _discoveries.Add(Count);
        }

        return new OnlineDecision(Count, pValue, level, isRejected);
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteInteger("count", Count);
        writer.WriteStartArray("discoveries");
        foreach (var discovery in _discoveries)
        {
            writer.WriteInteger(discovery);
        }

        writer.WriteEndArray();
        writer.WriteReal("initialWealth", Definition.InitialWealth);
        writer.WriteReal("rate", Definition.FalseDiscoveryRate);
        writer.WriteEndObject();
    }

    internal static Lord ReadFrom(LordDefinition definition, JsonElement state)
    {
        var id = definition.Id;
        OnlineChecks.SameParameter(
            definition.FalseDiscoveryRate,
            AccumulatorState.Real(state, "rate", id),
            "rate",
            id
        );
        OnlineChecks.SameParameter(
            definition.InitialWealth,
            AccumulatorState.Real(state, "initialWealth", id),
            "initialWealth",
            id
        );
        var lord = new Lord(definition) { Count = AccumulatorState.Count(state, "count", id) };
        long last = 0;
        foreach (var element in AccumulatorState.Array(state, "discoveries", id).EnumerateArray())
        {
            var time = AccumulatorState.Count(element.GetInteger(), "discoveries", id);
            if (time <= last || time > lord.Count)
            {
                throw new FormatException(
                    $"'discoveries' in the state of '{id}' has {time} after {last}; they are ascending and at most 'count'."
                );
            }

            lord._discoveries.Add(time);
            last = time;
        }

        return lord;
    }
}
