"""The national programme: its versions, objectives, actions, financial plan, pledges and indicator targets."""
