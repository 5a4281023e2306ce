namespace Mlops.Statistics;

/// <summary>An accumulator that merges with its like.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IAccumulator<in TSelf> : IAccumulator
    where TSelf : IAccumulator<TSelf>
{
    /// <summary>Takes in everything that <paramref name="other"/> has seen, which stays as it is.</summary>
    /// <param name="other">An accumulator of an equal definition.</param>
    /// <remarks>Each class states its merge law: exact for counts, within 1e-12 of the data's scale for moments, within the stated bound for sketches.</remarks>
    /// <exception cref="ArgumentException">The definitions are not equal.</exception>
    void Merge(TSelf other);
}
