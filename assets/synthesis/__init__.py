"""How the sounds are computed: tools, short sounds, ambiences, music, and the files they go to."""
