using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample;

/// <summary>Checks that name the argument, the position and the value.</summary>
internal static class SampleChecks
{
    internal static TEnum Defined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                $"{name} must be one of {string.Join(", ", Enum.GetNames<TEnum>())}."
            );

    internal static void ThrowIfNaN<T>(ReadOnlySpan<T> sample, string name)
        where T : INumberBase<T>
    {
        if (!TensorPrimitives.IsNaNAny(sample))
        {
            return;
        }

        var position = 0;
        while (!T.IsNaN(sample[position]))
        {
            position++;
        }

        throw new ArgumentException(
            $"'{name}' has NaN at position {position}, which has no place in an order. Leave missing values out.",
            name
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ThrowIfUnsorted(ReadOnlySpan<double> sample, string name)
    {
        ThrowIfNaN(sample, name);
        for (var i = 1; i < sample.Length; i++)
        {
            if (sample[i] < sample[i - 1])
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{name}' has {sample[i]} at position {i}, after {sample[i - 1]}; the values must be ascending."
                    ),
                    name
                );
            }
        }
    }
}
