using System.Numerics;

namespace Mlops.Statistics.Sorting;

/// <summary>For what is a key already.</summary>
internal readonly struct IdentityKeyCodec<TKey> : IKeyCodec<TKey>
    where TKey : unmanaged, IMinMaxValue<TKey>
{
    public static TKey NegativeInfinity => TKey.MinValue;

    public static TKey PositiveInfinity => TKey.MaxValue;

    public static TKey Encode(TKey bits) => bits;

    public static Vector<TKey> Encode(Vector<TKey> bits) => bits;

    public static TKey Decode(TKey key) => key;

    public static Vector<TKey> Decode(Vector<TKey> keys) => keys;
}
