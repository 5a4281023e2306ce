using System.Data;
using System.Data.Common;

namespace Mlops.Storage.Commands;

/// <summary>The parameters of one statement: made when first set, reused afterwards, and never left over from an earlier use.</summary>
internal sealed class ParameterList(DbParameterCollection target, Func<DbParameter> create, string sql)
{
    private readonly List<(string Name, DbParameter Parameter)> _known = [];
    private readonly List<bool> _isSet = [];

    public void Set(string name, object? value, DbType type)
    {
        for (var i = 0; i < _known.Count; i++)
        {
            if (_known[i].Name == name)
            {
                _known[i].Parameter.Value = value ?? DBNull.Value;
                _isSet[i] = true;
                return;
            }
        }

        ArgumentException.ThrowIfNullOrEmpty(name);
        var parameter = create();
        parameter.ParameterName = "@" + name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        target.Add(parameter);
        _known.Add((name, parameter));
        _isSet.Add(true);
    }

    public void Forget()
    {
        for (var i = 0; i < _isSet.Count; i++)
        {
            _isSet[i] = false;
        }
    }

    public void ThrowIfUnset()
    {
        var unset = _isSet.IndexOf(false);
        if (unset >= 0)
        {
            throw new InvalidOperationException($"The parameter @{_known[unset].Name} is not set for: {sql}");
        }
    }
}
