using System.Numerics;

namespace Mlops.Statistics.Sorting;

/// <summary>Turns the bits of a floating-point number into an unsigned integer of the same order, and back.</summary>
/// <typeparam name="TKey">The unsigned integer of the number's width.</typeparam>
/// <remarks>-0.0 comes right before 0.0, and NaN lies beyond the infinities, so a range of keys shows whether there is one.</remarks>
internal interface IKeyCodec<TKey>
    where TKey : unmanaged
{
    static abstract TKey NegativeInfinity { get; }

    static abstract TKey PositiveInfinity { get; }

    static abstract TKey Encode(TKey bits);

    static abstract Vector<TKey> Encode(Vector<TKey> bits);

    static abstract TKey Decode(TKey key);

    static abstract Vector<TKey> Decode(Vector<TKey> keys);
}
