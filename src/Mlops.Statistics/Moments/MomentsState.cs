using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Moments;

/// <summary>The serialised form of moments.</summary>
internal static class MomentsState
{
    internal static void Write(Utf8JsonWriter writer, in CentralMoments moments)
    {
        writer.WriteStartObject();
        writer.WriteInteger("count", moments.Count);
        writer.WriteInteger("infinite", moments.InfiniteCount);
        writer.WriteReal("m2", moments.M2);
        writer.WriteReal("m3", moments.M3);
        writer.WriteReal("m4", moments.M4);
        writer.WriteReal("maximum", moments.Maximum);
        writer.WriteReal("mean", moments.Mean);
        writer.WriteReal("meanRemainder", moments.MeanRemainder);
        writer.WriteReal("minimum", moments.Minimum);
        writer.WriteInteger("missing", moments.MissingCount);
        writer.WriteEndObject();
    }

    internal static CentralMoments Read(JsonElement state, string id)
    {
        var moments = new CentralMoments
        {
            Count = AccumulatorState.Count(state, "count", id),
            InfiniteCount = AccumulatorState.Count(state, "infinite", id),
            MissingCount = AccumulatorState.Count(state, "missing", id),
            M2 = AccumulatorState.Real(state, "m2", id),
            M3 = AccumulatorState.Real(state, "m3", id),
            M4 = AccumulatorState.Real(state, "m4", id),
            Maximum = AccumulatorState.Real(state, "maximum", id),
            Mean = AccumulatorState.Real(state, "mean", id),
            MeanRemainder = AccumulatorState.Real(state, "meanRemainder", id),
            Minimum = AccumulatorState.Real(state, "minimum", id),
        };
        var empty = new CentralMoments { InfiniteCount = moments.InfiniteCount, MissingCount = moments.MissingCount };
        Require(moments.Count > 0 || moments == empty, "without values its moments are 0 and its range is empty", id);
        Require(moments.M2 >= 0, "'m2' is not negative", id);
        Require(!(moments.M4 < 0), "'m4' is not negative", id);
        Require(double.IsFinite(moments.Mean) && double.IsFinite(moments.MeanRemainder), "the mean is finite", id);
        var isRange =
            double.IsFinite(moments.Minimum) && double.IsFinite(moments.Maximum) && moments.Minimum <= moments.Maximum;
        Require(moments.Count == 0 || isRange, "'minimum' and 'maximum' are finite and in this order", id);
        return moments;
    }

    private static void Require(bool holds, string rule, string id)
    {
        if (!holds)
        {
            throw new FormatException($"This is no state of '{id}': {rule}.");
        }
    }
}
