using System.CommandLine;

namespace Mlops.Cli.Registry.Hosting;

/// <summary>The options that every command on a registry has.</summary>
internal sealed class RegistryOptions
{
    public const string CheckpointsVariable = "MLOPS_CHECKPOINTS";

    private readonly Option<string?> _registry = new("--registry")
    {
        Description =
            $"A file of SQLite, such as models.db, or a connection string of PostgreSQL with Host=. [default: ${RegistryLocation.Variable}]",
        HelpName = "WHERE",
    };

    private readonly Option<string?> _artifacts = new("--artifacts")
    {
        Description =
            "The folder of the models' files and evidence. [default: beside the file, with .artifacts; none for PostgreSQL]",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _checkpoints = new("--checkpoints")
    {
        Description =
            $"The folder of signed checkpoints, best on another disk and of another account. [default: ${CheckpointsVariable}]",
        HelpName = "FOLDER",
    };

    private readonly Option<string> _origin = new("--origin")
    {
        Description = "The name of the log in its checkpoints, such as example.com/models.",
        HelpName = "NAME",
        DefaultValueFactory = _ => RegistryRequest.DefaultOrigin,
    };

    private readonly Option<string?> _user = new("--user")
    {
        Description =
            $"Who acts. Whoever can write the file can claim any name: its permissions are the boundary. [default: ${CallerIdentity.UserVariable}, or the system's user]",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _roles = new("--roles")
    {
        Description =
            $"The roles of who acts, with commas: reader, author, validator, risk-officer, operator, auditor, administrator. [default: ${CallerIdentity.RolesVariable}, or none]",
        HelpName = "ROLES",
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = "The private key that signs checkpoints, as 'init --new-key' wrote it.",
        HelpName = "PEM",
    };

    private readonly Option<string[]> _trust = new("--trust")
    {
        Description = "A public key whose checkpoints count, or a file of such keys; may be repeated.",
        HelpName = "VKEY",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Prints the records as JSON instead of a table.",
    };

    public RegistryOptions()
    {
        _roles.AllowMultipleArgumentsPerToken = false;
        _trust.AllowMultipleArgumentsPerToken = false;
    }

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="signs">Whether it signs.</param>
    /// <param name="verifies">Whether it judges signatures.</param>
    public void AddTo(Command command, bool signs, bool verifies)
    {
        Option[] options = [_registry, _artifacts, _user, _roles, _json];
        Option[] log = signs || verifies ? [_checkpoints, _origin] : [];
        Option[] keys = signs ? [_key] : [];
        Option[] trust = verifies ? [_trust] : [];
        foreach (var option in options.Concat(log).Concat(keys).Concat(trust))
        {
            command.Add(option);
        }
    }

    public RegistryRequest Parse(ParseResult parse) =>
        new()
        {
            Registry = parse.GetValue(_registry),
            Artifacts = parse.GetValue(_artifacts),
            Checkpoints = parse.GetValue(_checkpoints) ?? Environment.GetEnvironmentVariable(CheckpointsVariable),
            Origin = parse.GetValue(_origin) ?? RegistryRequest.DefaultOrigin,
            Key = parse.GetValue(_key),
            Trust = parse.GetValue(_trust) ?? [],
            User = parse.GetValue(_user),
            Roles = parse.GetValue(_roles) ?? [],
            Json = parse.GetValue(_json),
        };
}
