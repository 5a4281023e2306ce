namespace Mlops.Statistics.Compute;

/// <summary>What a loop over numbers needs of a vector: written once, a loop runs in any width, and tests can ask for each of them.</summary>
/// <typeparam name="T">The numbers: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TVector">So many numbers side by side, down to a single one.</typeparam>
internal unsafe interface ILanes<T, TVector>
    where T : unmanaged
{
    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    static abstract TVector Create(T value);

    static abstract TVector Load(T* values);

    static abstract void Store(TVector vector, T* destination);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>The lesser lane by lane; no NaN.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>The greater lane by lane; no NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>One more in the lanes in which <paramref name="value"/> is above <paramref name="bound"/>.</summary>
    static abstract TVector CountAbove(TVector counts, TVector value, TVector bound);

    /// <summary>One more in the lanes in which <paramref name="value"/> is not NaN.</summary>
    static abstract TVector CountNumbers(TVector counts, TVector value);

    /// <summary>The value, or zero where it is NaN.</summary>
    static abstract TVector ZeroIfNaN(TVector value);

    /// <summary>The sum of counts, in each lane fewer than 2^24.</summary>
    static abstract long Total(TVector counts);
}
