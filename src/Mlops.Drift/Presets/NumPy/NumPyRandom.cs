namespace Mlops.Drift.Presets.NumPy;

/// <summary>The generator behind <c>numpy.random.seed</c>: Mersenne Twister 19937 and the way NumPy's <c>RandomState</c> draws from it, which is frozen.</summary>
/// <remarks>Matsumoto and Nishimura (1998). Here because two of Evidently's p-values are what this stream makes them; everything of our own is drawn from Philox.</remarks>
internal sealed class NumPyRandom
{
    private const int StateLength = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[StateLength];
    private int _position = StateLength;

    public NumPyRandom(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < StateLength; i++)
        {
            var previous = _state[i - 1];
            _state[i] = (1812433253u * (previous ^ (previous >> 30))) + i;
        }
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_position == StateLength)
        {
            Twist();
        }

        var bits = _state[_position++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9d2c5680u;
        bits ^= (bits << 15) & 0xefc60000u;
        return bits ^ (bits >> 18);
    }

    /// <summary>A whole number from 0 to <paramref name="maximum"/>, that included: bits under the smallest mask until they fit.</summary>
    public int NextUpTo(int maximum)
    {
        if (maximum == 0)
        {
            return 0;
        }

        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount((uint)maximum);
        uint value;
        do
        {
            value = NextUInt32() & mask;
        } while (value > (uint)maximum);

        return (int)value;
    }

    /// <summary><c>permutation(n)</c>: the numbers from 0, shuffled from the last to the first.</summary>
    public void Permutation(Span<int> permutation)
    {
        for (var i = 0; i < permutation.Length; i++)
        {
            permutation[i] = i;
        }

        for (var i = permutation.Length - 1; i > 0; i--)
        {
            var j = NextUpTo(i);
            (permutation[i], permutation[j]) = (permutation[j], permutation[i]);
        }
    }

    private void Twist()
    {
        for (var i = 0; i < StateLength; i++)
        {
            var bits = (_state[i] & 0x80000000u) | (_state[(i + 1) % StateLength] & 0x7fffffffu);
            _state[i] = _state[(i + Middle) % StateLength] ^ (bits >> 1) ^ ((bits & 1) == 0 ? 0 : 0x9908b0dfu);
        }

        _position = 0;
    }
}
