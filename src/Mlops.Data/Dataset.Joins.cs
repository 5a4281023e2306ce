using Mlops.Data.Joins;

namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Joins another data set on a key of one name: predictions with the labels that came later.</summary>
    /// <param name="other">The other, each key of which one row has.</param>
    /// <param name="key">The key's column in both.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <remarks>As <see cref="JoinOnKey(Dataset, string, string, JoinOptions?)"/>.</remarks>
    /// <exception cref="ArgumentException">As <see cref="JoinOnKey(Dataset, string, string, JoinOptions?)"/>.</exception>
    public JoinResult JoinOnKey(Dataset other, string key, JoinOptions? options = null) =>
        JoinOnKey(other, key, key, options);

    /// <summary>Joins another data set on a key: predictions with the labels that came later.</summary>
    /// <param name="other">The other, each key of which one row has.</param>
    /// <param name="key">The key's column here.</param>
    /// <param name="otherKey">The key's column there.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <remarks>
    /// For each row here there is one row at most, in the order here: its columns, and those of the other's row of the
    /// same key, without that key. Several rows here may have one key. Keys are categories or texts (compared ordinally), numbers or times; a missing
    /// key matches nothing. Roles and marks of both stay. O(rows here + rows there).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// There is no such column (the message lists the nearest names); the keys are not of one kind, or of one that no key is; they
    /// are whole numbers from 2^53 on, which a double can't tell apart; several rows of <paramref name="other"/> have a
    /// key, unless <see cref="JoinOptions.Duplicates"/> says which counts; or both have a column of one name, unless
    /// <see cref="JoinOptions.Suffix"/> is set.
    /// </exception>
    public JoinResult JoinOnKey(Dataset other, string key, string otherKey, JoinOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(otherKey);
        return KeyJoin.Join(this, other, key, otherKey, options ?? new JoinOptions());
    }
}
